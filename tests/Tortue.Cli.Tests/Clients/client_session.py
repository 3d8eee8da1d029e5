"""What a user of the kernel does all day, through jupyter_client: cells, interrupts, questions, restarts and ends."""
import subprocess
import sys
import threading
import unittest
from pathlib import Path

from jupyter_client.manager import start_new_kernel

PATIENCE = 60
LIBRARY = Path(__file__).parents[3] / "lib" / "bin" / "Tortue.dll"


class Session:
    """A kernel and a client of it."""

    def __init__(self):
        self.manager, self.client = start_new_kernel(kernel_name="tortue", startup_timeout=PATIENCE)

    def run(self, code, on_output=lambda message: None, **options):
        """Runs a cell. Returns the reply's content, and what was printed."""
        printed = []

        def hook(message):
            if message["msg_type"] == "stream":
                printed.append(message["content"]["text"])
            on_output(message)

        reply = self.client.execute_interactive(code, timeout=PATIENCE, output_hook=hook, **options)
        return reply["content"], "".join(printed)

    def value(self, expression):
        """The text of an expression's value."""
        reply = self.client.execute_interactive(
            "", timeout=PATIENCE, silent=True, user_expressions={"value": expression}, output_hook=lambda message: None)
        return reply["content"]["user_expressions"]["value"]["data"]["text/plain"]

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


class SessionTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.session = Session()
        cls.session.run("using System.Threading; var kept = 41;")

    @classmethod
    def tearDownClass(cls):
        cls.session.end()

    def interrupt(self, code, first_output):
        """Interrupts a cell at its first output of a type, and sees that the session has lived on."""
        interrupted = []

        def hook(message):
            if message["msg_type"] in first_output and not interrupted:
                interrupted.append(message["msg_type"])
                self.session.manager.interrupt_kernel()

        reply, _ = self.session.run(code, hook)
        self.assertTrue(interrupted)
        self.assertEqual("error", reply["status"])
        self.assertEqual("Interrupted", reply["ename"])
        self.assertEqual("42", self.session.value("kept + 1"))

    def test_interrupt_of_a_loop(self):
        self.interrupt('Console.WriteLine("on"); while (true) { }', ["stream"])

    def test_interrupt_of_a_sleep(self):
        self.interrupt('Console.WriteLine("on"); Thread.Sleep(Timeout.Infinite);', ["stream"])

    def test_interrupt_of_a_delay(self):
        self.interrupt('Console.WriteLine("on"); await Task.Delay(Timeout.Infinite);', ["stream"])

    def test_interrupt_of_a_wait(self):
        self.interrupt('Console.WriteLine("on"); new ManualResetEventSlim().Wait();', ["stream"])

    def test_interrupt_of_training(self):
        reply, _ = self.session.run(f'#r "{LIBRARY.as_posix()}"\nusing Tortue.Foundations;')
        self.assertEqual("ok", reply["status"])
        self.interrupt("RandomLabels.Run(RandomLabelsOptions.Full)", ["display_data", "update_display_data"])

    def test_a_line_is_asked_for(self):
        asked = []

        def answer(message):
            asked.append(message["content"])
            self.session.client.input("world")

        reply, printed = self.session.run(
            'Console.WriteLine("hello " + Console.ReadLine());', allow_stdin=True, stdin_hook=answer)
        self.assertEqual("ok", reply["status"])
        self.assertEqual("hello world\n", printed)
        self.assertEqual([False], [question["password"] for question in asked])

    def test_a_password_is_asked_for(self):
        asked = []

        def answer(message):
            asked.append(message["content"])
            self.session.client.input("secret")

        _, printed = self.session.run(
            'Console.WriteLine((await GetPasswordAsync("which?")).GetClearTextPassword());', allow_stdin=True, stdin_hook=answer)
        self.assertEqual("secret\n", printed)
        self.assertEqual([{"prompt": "which?", "password": True}], asked)

    def test_what_waits_behind_a_failed_cell_is_given_up(self):
        client = self.session.client
        failing = client.execute("Console.ReadLine(); throw new Exception();", allow_stdin=True)
        client.get_stdin_msg(timeout=PATIENCE)
        waiting = client.execute("kept = 0;")
        client.input("")
        replies = {}
        while len(replies) < 2:
            reply = client.get_shell_msg(timeout=PATIENCE)
            replies[reply["parent_header"]["msg_id"]] = reply["content"]["status"]
        self.assertEqual({failing: "error", waiting: "aborted"}, replies)
        self.assertEqual("41", self.session.value("kept"))


class LifeTests(unittest.TestCase):
    def test_restart_on_the_same_ports(self):
        session = Session()
        self.addCleanup(session.end)
        session.run("var kept = 41;")
        ports = session.manager.get_connection_info()
        session.manager.restart_kernel()
        session.client.wait_for_ready(timeout=PATIENCE)
        self.assertEqual(ports, session.manager.get_connection_info())
        reply, _ = session.run("kept")
        self.assertEqual("error", reply["status"])
        self.assertIn("kept", reply["evalue"])
        self.assertEqual("2", session.value("1 + 1"))

    def test_shutdown(self):
        session = Session()
        process = session.manager.provisioner.process
        session.client.stop_channels()
        session.manager.shutdown_kernel()
        self.assertEqual(0, process.wait(PATIENCE))

    def test_no_kernel_outlives_a_killed_client(self):
        client = subprocess.Popen([sys.executable, __file__], stdout=subprocess.PIPE)
        kernel = int(client.stdout.readline())
        self.assertEqual(b"on\n", client.stdout.readline())
        late = threading.Event()

        def give_up():
            late.set()
            subprocess.run(["kill", "-9", str(kernel)], check=False)

        timer = threading.Timer(PATIENCE, give_up)
        timer.start()
        client.kill()
        # The kernel holds the other end of the pipe as well.
        client.stdout.read()
        timer.cancel()
        client.wait()
        self.assertFalse(late.is_set())


if __name__ == "__main__":
    # The client that is killed, while a cell of its kernel runs.
    doomed = Session()
    print(doomed.manager.provisioner.pid, flush=True)
    doomed.run(
        'Console.WriteLine("on"); while (true) { }',
        lambda message: print(message["content"]["text"], end="", flush=True) if message["msg_type"] == "stream" else None)
