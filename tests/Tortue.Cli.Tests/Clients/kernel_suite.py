"""The tests that Jupyter's developers have for kernels, with what they are to try in C#."""
import jupyter_kernel_test


class TortueTests(jupyter_kernel_test.KernelTests):
    kernel_name = "tortue"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("hello, standard error");'

    completion_samples = [
        {"text": "Console.Wri", "matches": {"Write", "WriteLine"}},
        {"text": '"text".TrimS', "matches": {"TrimStart"}},
        {"text": "Enumerable.Range(0, 9).Select(i => i.ToStr", "matches": {"ToString"}},
        {"text": "display(Math.Sq", "matches": {"Sqrt"}},
    ]

    complete_code_samples = ["1 + 1", "var x = 1;", "int Twice(int x) => 2 * x;", "await Task.Delay(1);", "class Pair { }"]
    incomplete_code_samples = ["int Twice(int x) {", "if (true)", "1 +", "Console.WriteLine(1", "/* as"]
    invalid_code_samples = ["}", "var y = ;)"]

    code_generate_error = 'throw new InvalidOperationException("as asked");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "var six = 6; six * 8", "result": "48"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": 'HTML("<b>bold</b>")', "result": "<b>bold</b>", "mime": "text/html"},
        {"code": "new[] { 1, 2, 3 }", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": "display(42);", "mime": "text/plain"},
        {"code": 'display("**bold**", "text/markdown");', "mime": "text/markdown"},
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
    ]

    code_history_pattern = "6 ? 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = 'Console.WriteLine("gone"); ClearOutput();'
