"""From a file to a plan: reading, understanding, the mapping a person draws, the shipped facts."""
