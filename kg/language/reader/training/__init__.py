"""How the learned reader was made: data sets to labels, the network, the training run, the file that ships (needs `dateline[train]`)."""
