namespace Tortue.Charts;

public sealed partial class Figure
{
    /// <summary>
    /// Places figures side by side as panels of one. Each keeps its axes, and its title becomes that of its panel; the row itself is
    /// given a title by <see cref="WithTitle"/>. On a narrow page the panels are stacked.
    /// </summary>
    /// <param name="figures">Two to four figures of one panel each, without sliders.</param>
    /// <exception cref="ArgumentException">There are fewer than two or more than four figures, or one of them is a row or has a
    /// slider.</exception>
    public static Figure Row(params IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (figures.Count is < 2 or > 4)
            throw Input.Error(ChartsText.RowLength, figures.Count);
        if (figures.Any(figure => figure.Model is { Panels.Length: > 1 } or { Variation: not null }))
            throw Input.Error(ChartsText.RowOfRows);
        var panels = figures.Select(figure => figure.Model.Panels[0] with { Title = figure.Model.Title });
        return new Figure(new FigureModel { Panels = [.. panels] });
    }

    /// <summary>
    /// Gives all panels of a row the same vertical axis, that of the first panel which names one, so that heights compare. Its title and
    /// labels stand at the left end.
    /// </summary>
    /// <exception cref="ArgumentException">A panel shows a surface, whose axes are its own.</exception>
    public Figure SharingYAxis()
    {
        RefuseSpaces(nameof(SharingYAxis));
        var shared = Model.Panels.Select(panel => panel.Y).FirstOrDefault(axis => axis != new Axis()) ?? new Axis();
        return new(Model with { SharesY = true, Panels = [.. Model.Panels.Select(panel => panel with { Y = panel.Y.Sharing(shared) })] });
    }

    /// <summary>
    /// Gives all panels of a row the same ends of the horizontal axis, those of the first panel which names one, also when a reader zooms.
    /// </summary>
    /// <exception cref="ArgumentException">A panel shows a surface, whose axes are its own.</exception>
    public Figure SharingXAxis()
    {
        RefuseSpaces(nameof(SharingXAxis));
        var shared = Model.Panels.Select(panel => panel.X).FirstOrDefault(axis => axis != new Axis()) ?? new Axis();
        return new(Model with { SharesX = true, Panels = [.. Model.Panels.Select(panel => panel with { X = panel.X.Sharing(shared) })] });
    }

    /// <summary>
    /// Adds a slider that swaps what a figure shows: "what if" without a running kernel. The figure's own series stay, those of the
    /// chosen step are added to them. All steps are drawn on the same axes, those of this figure (or, where it names none, of the first
    /// step).
    /// </summary>
    /// <param name="parameter">What the slider changes, for example "β".</param>
    /// <param name="steps">Label and figure of each position, at least two.</param>
    /// <exception cref="ArgumentException">There are fewer than two steps, or a step has another number of panels or a slider
    /// itself.</exception>
    public Figure WithSlider(string parameter, IEnumerable<(string Label, Figure Figure)> steps) =>
        Varying(nameof(WithSlider), parameter, steps, frameTime: null);

    /// <summary>Adds a slider with one step for each value.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="parameter">What the slider changes, for example "β".</param>
    /// <param name="values">The values, at least two; their texts are the slider's labels.</param>
    /// <param name="figure">The figure at a value.</param>
    /// <exception cref="ArgumentException">There are fewer than two steps, or a step has another number of panels or a slider
    /// itself.</exception>
    public Figure WithSlider<T>(string parameter, IEnumerable<T> values, Func<T, Figure> figure)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(figure);
        return WithSlider(parameter, values.Select(value => (Input.Text("{0}", value), figure(value))));
    }

    /// <summary>
    /// Adds a film: a slider that can also be played. Every step must have the same kinds of series in the same order, since it
    /// replaces the data of the step before.
    /// </summary>
    /// <param name="parameter">What changes, for example "step".</param>
    /// <param name="steps">Label and figure of each picture, at least two; labels differ.</param>
    /// <param name="frameTime">How long a picture stays; by default 0.3 seconds.</param>
    /// <exception cref="ArgumentException"> There are fewer than two steps, labels repeat, or a step has other panels or other kinds of
    /// series than the first one.
    /// </exception>
    public Figure WithAnimation(string parameter, IEnumerable<(string Label, Figure Figure)> steps, TimeSpan? frameTime = null)
    {
        var figure = Varying(nameof(WithAnimation), parameter, steps, frameTime ?? TimeSpan.FromSeconds(0.3));
        var pictures = figure.Model.Variation!.Steps;
        if (pictures.DistinctBy(step => step.Label).Count() < pictures.Length)
            throw Input.Error(ChartsText.LabelsRepeat, parameter);
        var first = Kinds(pictures[0]);
        var odd = pictures.FirstOrDefault(step => !Kinds(step).SequenceEqual(first));
        return odd is null ? figure : throw Input.Error(ChartsText.KindsDiffer, parameter, odd.Label, pictures[0].Label);
    }

    private void RefuseSpaces(string method)
    {
        if (Enumerable.Range(0, Model.Panels.Length).Any(Model.IsSpatial))
            throw Input.Error(ChartsText.SurfaceSharesNothing, method);
    }

    private static IEnumerable<(int Panel, Type Kind, int Layer)> Kinds(Variation.Step step) =>
        step.Panels.SelectMany((panel, index) => panel.Traces.Select(trace => (index, trace.GetType(), trace.Layer)));

    private Figure Varying(string method, string parameter, IEnumerable<(string Label, Figure Figure)> steps, TimeSpan? frameTime)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(steps);
        var given = steps.ToArray();
        if (given.Length < 2)
            throw Input.Error(ChartsText.TooFewSteps, method, parameter, given.Length);
        foreach (var (label, step) in given)
        {
            if (step.Model.Variation is not null || step.Model.Panels.Length != Model.Panels.Length)
                throw Input.Error(ChartsText.StepPanels, method, parameter, label, Model.Panels.Length);
        }
        var panels = Model.Panels.Select((panel, index) => Completed(panel, given[0].Figure.Model.Panels[index]));
        var pictures = given.Select(step => new Variation.Step(step.Label, step.Figure.Model.Panels));
        return new(Model with { Panels = [.. panels], Variation = new Variation(parameter, [.. pictures], frameTime) });
    }

    private static Panel Completed(Panel panel, Panel firstStep) => panel with
    {
        X = panel.X == new Axis() ? firstStep.X : panel.X,
        Y = panel.Y == new Axis() ? firstStep.Y : panel.Y,
    };
}
