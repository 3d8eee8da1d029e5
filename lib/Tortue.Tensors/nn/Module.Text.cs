using System.Globalization;
using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The module's settings in its text, such as in_features=2, out_features=3.</summary>
            private protected virtual string Settings => "";

            /// <summary>The module and those inside it, one a line, as PyTorch prints them.</summary>
            public override string ToString()
            {
                if (_children.Count == 0)
                    return $"{GetName()}({Settings})";

                var text = new StringBuilder(GetName()).Append('(').Append(Settings).Append('\n');
                foreach (var (name, child) in _children)
                {
                    var indented = child.ToString().Replace("\n", "\n  ", StringComparison.Ordinal);
                    text.Append(CultureInfo.InvariantCulture, $"  ({name}): {indented}\n");
                }


                return text.Append(')').ToString();
            }
        }
    }
}
