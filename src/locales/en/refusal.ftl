### refusal
