"""The gate: plain pages without script, where people sign in, accept an invitation, and sign out."""
