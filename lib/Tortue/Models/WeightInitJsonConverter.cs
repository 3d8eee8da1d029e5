using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tortue.Models;

/// <summary>Writes an initialisation as its name.</summary>
internal sealed class WeightInitJsonConverter : JsonConverter<WeightInit>
{
    public override WeightInit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.GetString() ?? "";
        try
        {
            return WeightInit.Parse(name);
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    public override void Write(Utf8JsonWriter writer, WeightInit value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
