"""What is known of English: the pipeline that parses it, and the parse as logical arcs."""
