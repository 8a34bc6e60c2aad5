"""Menu, toolbar and, later, the landslide panel. Reaches algorithms by id only."""
