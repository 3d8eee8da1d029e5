using System.Globalization;
using System.Net;
using Tortue.Display;
using static TorchSharp.torch;

namespace Tortue.Models;

/// <summary>A network layer by layer: shapes, parameters, operations.</summary>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class ModelSummary : IMimeBundle
{
    private ModelSummary(string name, IReadOnlyList<LayerSummary> layers)
    {
        Name = name;
        Layers = layers;
    }

    /// <summary>The network's name.</summary>
    public string Name { get; }

    /// <summary>Its layers in the order in which they are called.</summary>
    public IReadOnlyList<LayerSummary> Layers { get; }

    /// <summary>Numbers that are learnt.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>Multiplications with an addition, for one example: those of convolutions and linear layers, as the literature counts.</summary>
    public long Operations => Layers.Sum(layer => layer.Operations);

    /// <summary>Runs one example of zeros through a network, and notes what passes.</summary>
    /// <param name="model">The network; layers that it does not reach by <c>call</c> go unseen. It is left as it was.</param>
    /// <param name="inputShape">Sizes of one example, for example 3, 224, 224.</param>
    /// <exception cref="ArgumentException">The network does not take such an example.</exception>
    public static ModelSummary Of(nn.Module<Tensor, Tensor> model, params IReadOnlyList<long> inputShape)
    {
        ArgumentNullException.ThrowIfNull(model);
        var layers = new List<LayerSummary>();
        var hooks = new List<Action>();
        bool wasTraining = model.training;
        try
        {
            foreach (var (name, module) in Leaves(model))
            {
                var hook = module.register_forward_hook((called, _, output) =>
                {
                    layers.Add(LayerSummary.Of(name, called, output));
                    return output;
                });
                hooks.Add(hook.remove);
            }

            model.eval();
            using var withoutGradients = no_grad();
            using var scope = NewDisposeScope();
            model.call(zeros([1, .. inputShape]));
        }
        finally
        {
            hooks.ForEach(remove => remove());
            model.train(wasTraining);
        }

        return new(model.GetName(), layers);
    }

    /// <summary>The table as HTML and as text.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => new Dictionary<string, string>
    {
        [MimeTypes.Html] = ToHtml(),
        [MimeTypes.PlainText] = ToString(),
    };

    /// <summary>The table as HTML.</summary>
    public string ToHtml()
    {
        static string Cells(string tag, IEnumerable<string> row) => string.Concat(row.Select((cell, i) =>
            $"<{tag} style=\"text-align:{(i < 3 ? "left" : "right")}\">{WebUtility.HtmlEncode(cell)}</{tag}>"));
        var body = string.Concat(Layers.Select(layer => $"<tr>{Cells("td", Row(layer))}</tr>"));
        return $"<table class=\"tortue-layers\"><thead><tr>{Cells("th", Header)}</tr></thead><tbody>{body}</tbody>"
            + $"<tfoot><tr>{Cells("th", Footer)}</tr></tfoot></table>";
    }

    /// <summary>One layer a line, and the sums.</summary>
    public override string ToString()
    {
        string[][] rows = [Header, .. Layers.Select(Row), Footer];
        var widths = Enumerable.Range(0, Header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, i) =>
            i < 3 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))));
    }

    private static string[] Header =>
        [ModelsText.Layer, ModelsText.Kind, ModelsText.Output, ModelsText.Parameters, ModelsText.Operations];

    private string[] Footer => [ModelsText.Sum, "", "", Number(Parameters), Number(Operations)];

    private static string[] Row(LayerSummary layer) =>
        [layer.Name, layer.Kind, string.Join('×', layer.OutputShape), Number(layer.Parameters), Number(layer.Operations)];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, nn.Module<Tensor, Tensor> Module)> Leaves(nn.Module<Tensor, Tensor> model)
    {
        var named = model.named_modules().Select(entry => (entry.name, entry.module));
        return named.Append((model.GetName(), model))
            .Where(entry => entry.module is nn.Module<Tensor, Tensor> && !entry.module.children().Any())
            .Select(entry => (entry.Item1, (nn.Module<Tensor, Tensor>)entry.module));
    }
}
