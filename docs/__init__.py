"""Pictures for the README, and the program that takes them."""
