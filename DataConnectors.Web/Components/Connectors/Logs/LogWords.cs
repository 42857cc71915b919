using System.Globalization;
using DataConnectors.Core.Execution;

namespace DataConnectors.Web.Components.Connectors.Logs;

/// <summary>An error type in words.</summary>
/// <param name="WireName">As stored and in the API.</param>
/// <param name="Label">As shown.</param>
/// <param name="Advice">Where to look first.</param>
/// <param name="BuilderTab">The tab of the builder that mends it; null when none does.</param>
internal sealed record ErrorWords(string WireName, string Label, string Advice, string? BuilderTab);

/// <summary>A source in words.</summary>
internal sealed record SourceWords(string WireName, string Label);

/// <summary>How the values of a log are said to people.</summary>
internal static class LogWords
{
    public static IReadOnlyList<ErrorWords> Errors { get; } =
    [.. Enum.GetValues<ErrorType>().Select(type => Of(type))];

    public static IReadOnlyList<SourceWords> Sources { get; } =
    [
        new(ExecutionSource.Fin.ToWire(), "Fin"),
        new(ExecutionSource.Workflow.ToWire(), "Workflow"),
        new(ExecutionSource.Inbox.ToWire(), "Inbox"),
        new(ExecutionSource.SavedReply.ToWire(), "Macro"),
        new(ExecutionSource.Answer.ToWire(), "API"),
    ];

    /// <summary>The words of a stored error type; a name from elsewhere is shown as it is.</summary>
    public static ErrorWords Error(string wireName) =>
        Errors.FirstOrDefault(error => error.WireName == wireName)
        ?? new ErrorWords(wireName, wireName, "", BuilderTab: null);

    /// <summary>The label of a stored source; a name from elsewhere is shown as it is.</summary>
    public static string Source(string wireName) =>
        Sources.FirstOrDefault(source => source.WireName == wireName)?.Label ?? wireName;

    /// <summary><c>850 µs</c>, <c>12.4 ms</c>, <c>1.25 s</c>.</summary>
    public static string Duration(TimeSpan duration) =>
        duration.TotalMilliseconds switch
        {
            < 1 => string.Create(
                CultureInfo.InvariantCulture,
                $"{duration.TotalMicroseconds:0} µs"
            ),
            < 1000 => string.Create(
                CultureInfo.InvariantCulture,
                $"{duration.TotalMilliseconds:0.#} ms"
            ),
            _ => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.##} s"),
        };

    /// <summary>The instant in UTC: <c>2 Mar 2026, 09:30:05</c>.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);

    private static ErrorWords Of(ErrorType type)
    {
        var (label, advice, tab) = type switch
        {
            ErrorType.RequestConfiguration => (
                "Request configuration",
                "Check the URL, headers and body of the connector.",
                "api"
            ),
            ErrorType.Connection => (
                "Connection failed",
                "Nothing usable came back. Check that the API is up and answers in time.",
                "api"
            ),
            ErrorType.ThirdParty => (
                "Error from the API",
                "The API was reached and refused. Its answer below says why.",
                "api"
            ),
            ErrorType.ResponseMapping => (
                "Response mapping",
                "The answer does not look as the connector expects. Compare it with the example.",
                "data"
            ),
            ErrorType.TokenRefresh => (
                "Token",
                "Check the tokens attached to the connector.",
                "api"
            ),
            ErrorType.ResponseFormatting => (
                "Reply formatting",
                "The data arrived, but no reply could be made of it. Restrict it to the fields Fin needs.",
                "data"
            ),
            ErrorType.FinIdentityVerification or ErrorType.StandaloneIdentityVerification => (
                type == ErrorType.FinIdentityVerification
                    ? "Customer not authenticated"
                    : "Caller not authenticated",
                "The connector demands a signed-in user and there was none. Nothing was sent.",
                "security"
            ),
            ErrorType.RequestValidation => (
                "Input missing or wrong",
                "A required data input had no usable value. Nothing was sent.",
                "api"
            ),
            _ => (type.ToWire(), "", (string?)null),
        };
        return new ErrorWords(type.ToWire(), label, advice, tab);
    }
}
