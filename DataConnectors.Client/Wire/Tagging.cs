using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>Joins a connector with the tag that came in the header of its answer.</summary>
internal static class Tagging
{
    /// <summary>The connector with its tag.</summary>
    /// <exception cref="ApiExceptionBase">The API refused, or could not be reached.</exception>
    public static DataConnectorDetail Tagged(this ApiResponse<DataConnectorDetail> response)
    {
        using (response)
        {
            if (response.Error is { } error)
            {
                throw error;
            }

            return response.Content! with
            {
                ETag = response.Headers!.ETag?.ToString(),
            };
        }
    }
}
