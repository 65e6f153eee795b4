"""What people say beside the machine's score: reviewers' words and levels, trainees' remarks."""
