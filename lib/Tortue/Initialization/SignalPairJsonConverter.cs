using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tortue.Initialization;

/// <summary>Writes a pair as its name.</summary>
internal sealed class SignalPairJsonConverter : JsonConverter<SignalPair>
{
    public override SignalPair Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.GetString() ?? "";
        try
        {
            return SignalPair.Parse(name);
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    public override void Write(Utf8JsonWriter writer, SignalPair value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
