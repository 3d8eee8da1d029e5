using Microsoft.Playwright;

namespace Tortue.Cli.Tests.Clients;

/// <summary>A notebook that is open in Jupyter Notebook, used as a student uses it: cells are chosen, typed into and run by the toolbar's buttons.</summary>
/// <param name="page">The browser's page.</param>
internal sealed class NotebookPage(IPage page)
{
    private const float Patience = 120_000;

    /// <summary>Waits until the kernel that the notebook names is connected.</summary>
    public async Task WaitForKernelAsync(string name) => await page.WaitForFunctionAsync(
        "name => window.Jupyter?.notebook?.kernel?.is_connected() && Jupyter.notebook.kernel.name === name", name, Long);

    /// <summary>Chooses a cell by its id, and gives its place.</summary>
    public async Task<int> SelectAsync(string id)
    {
        var index = await page.EvaluateAsync<int>("id => Jupyter.notebook.get_cells().findIndex(cell => cell.id === id)", id);
        await page.EvaluateAsync("index => Jupyter.notebook.select(index)", index);
        return index;
    }

    /// <summary>Adds a cell below the chosen one and types into it.</summary>
    /// <returns>Its place.</returns>
    public async Task<int> AddAsync(string code)
    {
        await ClickAsync("insert-cell-below");
        var index = await page.EvaluateAsync<int>("Jupyter.notebook.get_selected_index()");
        await TypeAsync(index, code);
        return index;
    }

    /// <summary>Types into a cell, in place of what it holds.</summary>
    public async Task TypeAsync(int index, string code)
    {
        await Cell(index).Locator(".CodeMirror").ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(code);
    }

    /// <summary>The code of a cell.</summary>
    public async Task<string> CodeAsync(int index) => await page.EvaluateAsync<string>("index => Jupyter.notebook.get_cell(index).get_text()", index);

    /// <summary>Runs a cell by the toolbar's button.</summary>
    public async Task RunAsync(int index)
    {
        await page.EvaluateAsync("index => Jupyter.notebook.select(index)", index);
        await ClickAsync("run-cell-and-select-next");
    }

    /// <summary>Runs a cell and waits until it has ended and shows something.</summary>
    /// <returns>What it shows, as text.</returns>
    public async Task<string> RunToEndAsync(int index)
    {
        await RunAsync(index);
        return await EndAsync(index);
    }

    /// <summary>Waits until a cell has ended and shows something: replies and outputs come by two ways, either of them first.</summary>
    /// <returns>What it shows, as text.</returns>
    public async Task<string> EndAsync(int index)
    {
        await page.WaitForFunctionAsync(
            """
            index => {
              const cell = Jupyter.notebook.get_cell(index);
              return typeof cell.input_prompt_number === 'number' && cell.output_area.outputs.length > 0;
            }
            """,
            index,
            Long);
        return await Cell(index).Locator(".output").InnerTextAsync();
    }

    /// <summary>Waits until the kernel works.</summary>
    public async Task WaitForBusyAsync() => await page.Locator(".kernel_busy_icon").WaitForAsync(new() { Timeout = Patience });

    /// <summary>Interrupts by the toolbar's button.</summary>
    public Task InterruptAsync() => ClickAsync("interrupt-kernel");

    /// <summary>A cell on the page.</summary>
    public ILocator Cell(int index) => page.Locator("#notebook-container > .cell").Nth(index);

    private static PageWaitForFunctionOptions Long => new() { Timeout = Patience };

    private async Task ClickAsync(string action) =>
        await page.Locator($"#maintoolbar button[data-jupyter-action='jupyter-notebook:{action}']").ClickAsync();
}
