using DataConnectors.Core.Logs;
using DataConnectors.Web.PublicApi.Requests;
using Microsoft.AspNetCore.Mvc;

namespace DataConnectors.Web.PublicApi.ExecutionResults;

/// <summary>The parameters of the list, as they are sent.</summary>
internal sealed record ExecutionResultQuery(
    [property: FromQuery(Name = "per_page")] string? PerPage,
    [property: FromQuery(Name = "starting_after")] string? StartingAfter,
    [property: FromQuery(Name = "success")] string? Success,
    [property: FromQuery(Name = "error_type")] string? ErrorType,
    [property: FromQuery(Name = "start_ts")] string? StartTs,
    [property: FromQuery(Name = "end_ts")] string? EndTs,
    [property: FromQuery(Name = "include_bodies")] string? IncludeBodies
)
{
    public const int OrdinaryPage = 10;
    public const int LargestPage = 30;
    private static readonly TimeSpan OrdinaryRange = TimeSpan.FromHours(1);

    /// <summary>The contract's error types, in its order; two are of surfaces that do not exist here, and match nothing.</summary>
    public static readonly IReadOnlyList<string> ErrorTypes =
    [
        "request_configuration_error",
        "faraday_error",
        "3rd_party_error",
        "response_mapping_error",
        "token_refresh_error",
        "fin_action_response_formatting_error",
        "fin_action_identity_verification_error",
        "email_verification_error",
        "non_fin_standalone_action_identity_verification_error",
        "request_validation_error",
        "client_side_action_error",
    ];

    /// <summary>What is asked for; what is wrong with it is in <paramref name="values"/>.</summary>
    public ExecutionResultPage Read(long connectorId, QueryValues values, DateTimeOffset now)
    {
        var from = values.Timestamp("start_ts", StartTs);
        var to = values.Timestamp("end_ts", EndTs);
        if (from > to)
        {
            values.Refuse("start_ts must not be after end_ts");
        }

        return new ExecutionResultPage(
            new ExecutionResultFilter
            {
                ConnectorId = connectorId,
                IsSuccess = values.Flag("success", Success),
                ErrorType = values.OneOf("error_type", ErrorType, ErrorTypes),
                From = from ?? now - OrdinaryRange,

                // Whoever asks up to a second means all of it: what was run just now, too.
                To = to?.AddSeconds(1),
            },
            values.AfterId(StartingAfter),
            values.PerPage(PerPage, OrdinaryPage, LargestPage),
            values.Flag("include_bodies", IncludeBodies) ?? false
        );
    }
}

/// <summary>A page that is asked for.</summary>
internal sealed record ExecutionResultPage(
    ExecutionResultFilter Filter,
    long? After,
    int Size,
    bool IsWithBodies
);
