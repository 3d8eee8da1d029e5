using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tortue.Models;

/// <summary>Writes a value as its name, and reads it from it.</summary>
/// <param name="parse">The value of a name; throws <see cref="ArgumentException"/> where there is none.</param>
/// <param name="name">The name of a value.</param>
internal abstract class NameJsonConverter<T>(Func<string, T> parse, Func<T, string> name) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var written = reader.GetString() ?? "";
        try
        {
            return parse(written);
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(name(value));
}
