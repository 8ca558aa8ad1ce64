"""What the YAML says, as frozen values. No I/O, no drawing."""
