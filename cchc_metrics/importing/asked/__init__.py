"""What a file leaves open and a person is asked: marks, blanks, index and period, what is not read; and the answers."""
