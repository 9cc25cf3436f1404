"""How much memory a process had at most.

`ru_maxrss` would not do: it counts what the process that started it had then, and that one has run
thousands of tests.
"""

# Code that a process runs at its end: the most that it had since it began, in bytes (Linux).
PEAK = "int(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0]) * 1024"
