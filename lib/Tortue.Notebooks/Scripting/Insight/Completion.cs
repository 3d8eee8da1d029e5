namespace Tortue.Notebooks.Scripting.Insight;

/// <summary>Something that could stand at the cursor.</summary>
/// <param name="Text">What would be written.</param>
/// <param name="Kind">What it is, in Jupyter's words: function, class, module, instance, property, keyword, statement.</param>
/// <param name="Signature">Its declaration in one line; empty where there is none.</param>
public sealed record Completion(string Text, string Kind, string Signature);
