using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Client;

/// <summary>Answers of the API, as scripts for a loopback server.</summary>
internal static class Scripts
{
    public const string Connector =
        """{"type":"data_connector","id":"7","name":"Get order status","state":"draft"}""";

    /// <summary>Answers one after the other; the last one stays.</summary>
    public static LoopbackApi AnswerInTurn(
        this LoopbackApi api,
        string path,
        params LoopbackAnswer[] answers
    )
    {
        var count = -1;
        return api.Answer(
            path,
            _ => answers[Math.Min(Interlocked.Increment(ref count), answers.Length - 1)]
        );
    }

    /// <summary>An error list with one fault.</summary>
    public static LoopbackAnswer Refusal(
        int status,
        string code = "refused",
        params (string Name, string Value)[] headers
    ) =>
        LoopbackAnswer.Json(
            $$"""{"type":"error.list","request_id":"4bf92f35","errors":[{"code":"{{code}}","message":"No."}]}""",
            status,
            headers
        );
}
