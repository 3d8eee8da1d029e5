"""Times kernels beside each other, as a user of jupyter_client meets them. Arguments: how often, and the kernels' names."""
import statistics
import sys
import time

from jupyter_client.manager import start_new_kernel

PATIENCE = 60
PAUSE = 2.0
LINES = 20_000

CODE = {
    "tortue": {
        "first": "var one = 1; one + 1",
        "later": "one + {}",
        "complete": "Console.Wri",
        "inspect": "Console.WriteLine",
        "print": f"for (int i = 0; i < {LINES}; i++) Console.WriteLine(i);",
    },
    "python3": {
        "first": "one = 1; one + 1",
        "later": "one + {}",
        "complete": "one.bit_le",
        "inspect": "print",
        "print": f"for i in range({LINES}): print(i)",
    },
}


def seconds(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def usual(work, often=7):
    """The median of several times, the first one aside."""
    return statistics.median([seconds(lambda: work(i))[0] for i in range(often + 1)][1:])


def run(client, code, on_output=lambda message: None):
    reply = client.execute_interactive(code, timeout=PATIENCE, output_hook=on_output)
    assert reply["content"]["status"] == "ok", reply["content"]


def print_lines(client, code):
    printed = []
    run(client, code, lambda message: printed.append(message["content"]["text"]) if message["msg_type"] == "stream" else None)
    assert "".join(printed).count("\n") == LINES


def measure(name, times):
    code = CODE[name]
    ready, (manager, client) = seconds(lambda: start_new_kernel(kernel_name=name, startup_timeout=PATIENCE))
    note(times, name, "start of the process to ready", ready)
    note(times, name, "first cell, at once", seconds(lambda: run(client, code["first"]))[0])
    note(times, name, "later cells", usual(lambda i: run(client, code["later"].format(i))))
    note(times, name, "completion", usual(lambda i: client.complete(code["complete"], reply=True, timeout=PATIENCE)))
    note(times, name, "inspection", usual(lambda i: client.inspect(code["inspect"], reply=True, timeout=PATIENCE)))
    note(times, name, f"{LINES:,} printed lines", seconds(lambda: print_lines(client, code["print"]))[0])
    client.stop_channels()
    note(times, name, "shutdown", seconds(manager.shutdown_kernel)[0])

    manager, client = start_new_kernel(kernel_name=name, startup_timeout=PATIENCE)
    time.sleep(PAUSE)
    note(times, name, f"first cell, {PAUSE:.0f} s after ready", seconds(lambda: run(client, code["first"]))[0])
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def note(times, name, row, value):
    times.setdefault(row, {}).setdefault(name, []).append(value)


if __name__ == "__main__":
    repetitions, kernels = int(sys.argv[1]), sys.argv[2:]
    found = {}
    for _ in range(repetitions):
        for kernel in kernels:
            measure(kernel, found)
    print(f"{'milliseconds':32}" + "".join(f"{kernel:>12}" for kernel in kernels))
    for row, values in found.items():
        print(f"{row:32}" + "".join(f"{statistics.median(values[kernel]) * 1000:12.1f}" for kernel in kernels))
