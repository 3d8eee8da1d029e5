"""Runs a notebook with the kernel that it names, as nbclient does, keeps the outputs in a second file, and prints what came of it, as one line of JSON."""
import copy
import json
import os
import sys
import time
from pathlib import Path

import nbclient
import nbformat

source, executed = map(Path, sys.argv[1:3])
if len(sys.argv) > 3:
    os.environ["TORTUE_PRESET"] = sys.argv[3]
notebook = nbformat.read(source, as_version=4)
metadata = copy.deepcopy(notebook.metadata)
start = time.monotonic()
nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(source.parent)}}).execute()
nbformat.write(notebook, executed)
print(json.dumps({"seconds": time.monotonic() - start, "leavesMetadata": notebook.metadata == metadata}))
