using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.Charts;

public class DrawingTests(Browser browser) : IClassFixture<Browser>
{
    private const string Validate =
        """
        async json => {
          const figure = JSON.parse(json);
          const problems = [];
          const check = (data, layout) => problems.push(...(Plotly.validate(data, layout) || [])
            .map(problem => problem.msg)
            // Arguments of sliders and buttons may be anything, which validate compares by identity.
            .filter(message => !/args\[\d\] \(set to '(.*)'\) got reset to '\1'/.test(message))
            // It takes every name of a colour axis for wrong, since it compares it with the default, which is none.
            .filter(message => !/key coloraxis is set to an invalid value \(coloraxis\d?\)/.test(message)));
          // Traces of the slider's other steps are hidden; what is hidden is not looked at.
          check(figure.data.map(trace => ({ ...trace, visible: true })), figure.layout);
          const narrow = structuredClone(figure.layout);
          for (const [path, value] of Object.entries(figure.layout.meta.narrow)) {
            const names = path.split('.');
            names.slice(0, -1).reduce((inner, name) => inner[name], narrow)[names.at(-1)] = value;
          }
          check(figure.data.map(trace => ({ ...trace, visible: true })), narrow);
          for (const frame of figure.frames || []) check(frame.data, figure.layout);
          const place = document.body.appendChild(document.createElement('div'));
          await Plotly.newPlot(place, figure);
          place.remove();
          return problems;
        }
        """;

    [Theory]
    [InlineData("plotly-2")]
    [InlineData("plotly-3")]
    [InlineData("plotly-4")]
    public async Task EveryFigureIsValid(string module)
    {
        await using var page = await browser.NewPageAsync();
        await page.ShowAsync("<!doctype html><title>test</title>");
        await page.Page.AddScriptTagAsync(new() { Path = NpmModules.Path(module, "plotly.min.js") });
        var problems = new List<string>();
        foreach (var (name, figure) in Gallery.Figures)
        {
            var found = await page.Page.EvaluateAsync<string[]>(Validate, figure().ToJson());
            problems.AddRange(found.Concat(page.Errors).Select(problem => $"{name}: {problem}"));
        }
        Assert.Empty(problems);
    }
}
