using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Jupyter.Messages;
using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Runs cells.</summary>
/// <param name="session">The session that they share.</param>
/// <param name="publisher">Where outputs go.</param>
/// <param name="history">What was run.</param>
/// <param name="time">The clock of text that is held back for a moment.</param>
internal sealed class ExecuteHandler(CSharpSession session, Publisher publisher, History history, TimeProvider time)
    : IRequestHandler
{
    public const string RequestType = "execute_request";

    private int _count;

    public string Type => RequestType;

    /// <summary>Called with a cell's number when it failed and asked for those waiting behind it to be given up; before anybody learns that it failed.</summary>
    public Action<int>? Failed { get; set; }

    /// <summary>Asks the user for a line, on behalf of the running cell; null where the client cannot ask.</summary>
    public Func<Exchange, TextReader>? Input { get; init; }

    public async Task<JsonObject> AnswerAsync(Exchange exchange, CancellationToken cancellation)
    {
        var request = exchange.Request;
        var code = request.Text("code");
        var isSilent = request.Flag("silent", false);
        var isStored = !isSilent && request.Flag("store_history", true);
        if (isStored)
            history.Add(++_count, code);
        var count = _count;
        if (!isSilent)
            publisher.Publish("execute_input", request.Header, new() { ["code"] = code, ["execution_count"] = count });

        using var output = new CellOutput(publisher, request.Header, time);
        var name = string.Format(CultureInfo.InvariantCulture, ServingText.CellName, isStored ? count : count + 1);
        var input = request.Flag("allow_stdin", false) ? Input?.Invoke(exchange) : null;
        var result = await session.RunAsync(code, name, output, Timeout.InfiniteTimeSpan, cancellation, input).ConfigureAwait(false);
        output.Flush();
        if (result.Error is { } error)
        {
            if (request.Flag("stop_on_error", true))
                Failed?.Invoke(count);
            if (!isSilent)
                output.Publish("error", ErrorContent(error));
            var reply = ErrorContent(error);
            reply["status"] = "error";
            reply["execution_count"] = count;
            reply["user_expressions"] = new JsonObject();
            reply["payload"] = new JsonArray();
            return reply;
        }

        if (result.Value is { } value && !isSilent)
        {
            var content = new JsonObject { ["data"] = MessageBundle.Of(value), ["metadata"] = new JsonObject(), ["execution_count"] = count };
            output.Publish("execute_result", content);
            if (isStored)
                history.SetOutput(count, value);
        }

        return new()
        {
            ["status"] = "ok",
            ["execution_count"] = count,
            ["user_expressions"] = await EvaluateAsync(request, output, cancellation).ConfigureAwait(false),
            ["payload"] = new JsonArray(),
        };
    }

    private static JsonObject ErrorContent(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };

    private async Task<JsonObject> EvaluateAsync(Request request, IOutputSink output, CancellationToken cancellation)
    {
        var results = new JsonObject();
        if (!request.Content.TryGetProperty("user_expressions", out var expressions) || expressions.ValueKind != JsonValueKind.Object)
            return results;
        foreach (var expression in expressions.EnumerateObject())
        {
            var code = expression.Value.ValueKind == JsonValueKind.String ? expression.Value.GetString()! : "";
            var result = await session.RunAsync(code, ServingText.ExpressionName, output, Timeout.InfiniteTimeSpan, cancellation)
                .ConfigureAwait(false);
            var content = result.Error is { } error
                ? ErrorContent(error)
                : new() { ["data"] = MessageBundle.Of(result.Value ?? new Dictionary<string, string>()), ["metadata"] = new JsonObject() };
            content["status"] = result.Succeeded ? "ok" : "error";
            results[expression.Name] = content;
        }

        return results;
    }
}
