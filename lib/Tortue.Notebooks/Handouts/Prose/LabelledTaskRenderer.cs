using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>Writes the box of a task, with a name for readers that do not see whether it is ticked.</summary>
internal sealed class LabelledTaskRenderer : HtmlObjectRenderer<TaskList>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, TaskList obj)
    {
        var (state, label) = obj.Checked ? (" checked", ProseText.TaskDone) : ("", ProseText.TaskOpen);
        renderer.Write($"<input type=\"checkbox\" disabled{state} aria-label=\"{label}\">");
    }
}
