"""What is wrong or weak in questions that can be played, alone and among others; reads no file."""
