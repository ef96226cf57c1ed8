"""The reporting cycle as pure rules: calendar, obligations, arithmetic of metrics, cross-checks."""
