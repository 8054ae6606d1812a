"""The commands of `quizgame`, a module each: its words and its work; none knows another."""
