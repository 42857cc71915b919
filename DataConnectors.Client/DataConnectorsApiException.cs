using System.Net;
using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client;

/// <summary>
/// The API refused a request. Where it could not be reached, an <see cref="ApiRequestException"/> is thrown instead.
/// </summary>
public sealed class DataConnectorsApiException : ApiException
{
    internal DataConnectorsApiException(
        HttpResponseMessage response,
        string content,
        ErrorList list,
        RefitSettings settings
    )
        : base(
            list.Describe(response.StatusCode),
            response.RequestMessage!,
            response.RequestMessage!.Method,
            content,
            response.StatusCode,
            response.ReasonPhrase,
            response.Headers,
            settings
        )
    {
        Errors = list.Errors;
        RequestId = list.RequestId;
    }

    /// <summary>What is wrong, every fault at once; decide by their codes. Empty where the answer was no error list.</summary>
    public IReadOnlyList<ApiError> Errors { get; }

    /// <summary>Names the request in the server's log; null where the answer named none.</summary>
    public string? RequestId { get; }

    /// <summary>How long to wait before trying again, from now; null where the server does not say.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>Whether one of the faults has this code, such as <c>data_connector_not_found</c>.</summary>
    public bool Has(string code) => Errors.Any(error => error.Code == code);
}
