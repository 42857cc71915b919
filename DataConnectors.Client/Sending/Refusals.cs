using System.Text.Json;
using DataConnectors.Client.Models;
using DataConnectors.Client.Serialization;
using Refit;

namespace DataConnectors.Client.Sending;

/// <summary>Makes exceptions of answers that are not a success.</summary>
internal static class Refusals
{
    /// <summary>The exception for an answer; null for a success.</summary>
    public static async ValueTask<Exception?> ReadAsync(
        HttpResponseMessage response,
        RefitSettings settings,
        TimeProvider clock
    )
    {
        if (response.IsSuccessStatusCode)
        {
            return null;
        }

        var content = await response.Content.ReadAsStringAsync();

        // The exception keeps the request, and may be logged with all it holds.
        response.RequestMessage!.Headers.Authorization = null;
        return new DataConnectorsApiException(response, content, Parse(content, response), settings)
        {
            RetryAfter = RetryDelays.AskedFor(response, clock),
        };
    }

    private static ErrorList Parse(string content, HttpResponseMessage response)
    {
        ErrorList? list = null;
        try
        {
            list = JsonSerializer.Deserialize<ErrorList>(content, ClientJson.Options);
        }
        catch (JsonException)
        {
            // Something between here and the server answered; status and headers are all there is to tell.
        }

        list ??= new ErrorList();
        return list with
        {
            RequestId =
                list.RequestId
                ?? (
                    response.Headers.TryGetValues("X-Request-Id", out var ids)
                        ? ids.FirstOrDefault()
                        : null
                ),
            Errors = list is { Errors.Count: 0, Error: { } code }
                ? [new ApiError(code, list.ErrorDescription)]
                : list.Errors,
        };
    }
}
