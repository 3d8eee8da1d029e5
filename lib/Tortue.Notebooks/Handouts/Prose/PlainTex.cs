using System.Text.RegularExpressions;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>A short formula as plain text, for a window's title and for readers that speak: <c>\alpha_L</c> is α_L.</summary>
internal static partial class PlainTex
{
    private static readonly Dictionary<string, string> Signs = new()
    {
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["epsilon"] = "ε",
        ["varepsilon"] = "ε",
        ["eta"] = "η",
        ["theta"] = "θ",
        ["kappa"] = "κ",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["nu"] = "ν",
        ["xi"] = "ξ",
        ["pi"] = "π",
        ["rho"] = "ρ",
        ["sigma"] = "σ",
        ["tau"] = "τ",
        ["phi"] = "φ",
        ["varphi"] = "φ",
        ["psi"] = "ψ",
        ["omega"] = "ω",
        ["Delta"] = "Δ",
        ["Theta"] = "Θ",
        ["Lambda"] = "Λ",
        ["Sigma"] = "Σ",
        ["Omega"] = "Ω",
        ["infty"] = "∞",
        ["to"] = "→",
        ["le"] = "≤",
        ["leq"] = "≤",
        ["ge"] = "≥",
        ["geq"] = "≥",
        ["ne"] = "≠",
        ["neq"] = "≠",
        ["ll"] = "≪",
        ["gg"] = "≫",
        ["approx"] = "≈",
        ["times"] = "×",
        ["cdot"] = "·",
        ["pm"] = "±",
        ["sqrt"] = "√",
        ["sum"] = "∑",
        ["prod"] = "∏",
        ["partial"] = "∂",
        ["nabla"] = "∇",
        ["lVert"] = "‖",
        ["rVert"] = "‖",
        ["Vert"] = "‖",
    };

    /// <summary>The formula with signs for the commands that have one, and without commands that only arrange.</summary>
    public static string Read(string tex)
    {
        var halves = Half().Replace(tex, "½");
        var signs = Command().Replace(halves, Sign);
        return Braces().Replace(signs, "").Trim();
    }

    // The space behind a command ends its name; where the sign stands alone it is a space as well.
    private static string Sign(Match command)
    {
        var sign = Signs.GetValueOrDefault(command.Groups["name"].Value, "");
        return sign is "" or "‖" or "√" ? sign : sign + command.Groups["space"].Value;
    }

    [GeneratedRegex(@"\\[td]?frac\s*(12|\{1\}\s*\{2\})")]
    private static partial Regex Half();

    [GeneratedRegex(@"\\(?<name>[A-Za-z]+|.)(?<space>\s?)")]
    private static partial Regex Command();

    [GeneratedRegex(@"[{}]")]
    private static partial Regex Braces();
}
