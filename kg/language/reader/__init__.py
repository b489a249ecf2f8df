"""The learned reader: a small encoder that labels words, beside the rules; how it is run, and in `training` how it was made."""
