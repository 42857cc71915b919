using System.ComponentModel;
using DataConnectors.Core.Logs;
using DataConnectors.Web.PublicApi.Queries;
using Microsoft.AspNetCore.Mvc;

namespace DataConnectors.Web.PublicApi.ExecutionResults;

/// <summary>The parameters of the list, as they are sent.</summary>
internal sealed record ExecutionResultQuery(
    [property: FromQuery(Name = "per_page")]
    [property: Description("The number of results per page (1-30, default 10).")]
        string? PerPage,
    [property: FromQuery(Name = "starting_after")]
    [property: Description(
        "Cursor for pagination. Use the value from `pages.next.starting_after` in a previous response."
    )]
        string? StartingAfter,
    [property: FromQuery(Name = "success")]
    [property: Description("Filter by success status. Use `true`, `false`, or omit for all.")]
        string? Success,
    [property: FromQuery(Name = "error_type")]
    [property: Description("Filter by error type.")]
        string? ErrorType,
    [property: FromQuery(Name = "start_ts")]
    [property: Description("Unix timestamp for start of time range (default 1 hour ago).")]
        string? StartTs,
    [property: FromQuery(Name = "end_ts")]
    [property: Description("Unix timestamp for end of time range (default now).")]
        string? EndTs,
    [property: FromQuery(Name = "include_bodies")]
    [property: Description("Include request/response bodies in the response (default false).")]
        string? IncludeBodies
)
{
    private const int OrdinaryPage = 10;
    private const int LargestPage = 30;
    private static readonly TimeSpan OrdinaryRange = TimeSpan.FromHours(1);

    /// <summary>The contract's error types, in its order; two are of surfaces that do not exist here, and match nothing.</summary>
    private static readonly string[] ErrorTypes =
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
            values.StartingAfter(StartingAfter),
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
