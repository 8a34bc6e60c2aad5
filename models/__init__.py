"""Networks, losses, samples, training and export (PyTorch), and the bundled models with their cards.

The package itself imports no torch: `sample_event` and `bundled` are used where there is none.
"""
