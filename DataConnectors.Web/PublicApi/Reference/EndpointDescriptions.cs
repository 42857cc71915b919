using DataConnectors.Web.PublicApi.Errors;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DataConnectors.Web.PublicApi.Reference;

/// <summary>Says of an endpoint what its description needs and its handler does not show.</summary>
internal static class EndpointDescriptions
{
    // Routing would answer other content types by itself, without an error list; the document names the real one.
    private const string AnyContentType = "*/*";

    /// <summary>The body, which the handler reads itself.</summary>
    public static RouteHandlerBuilder AcceptsJson<T>(this RouteHandlerBuilder endpoint)
        where T : notnull => endpoint.Accepts<T>(AnyContentType);

    /// <summary>What a parameter can be, where the handler takes any text to refuse it in its own words.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="name">The parameter's name in the query.</param>
    /// <param name="description">What it says.</param>
    /// <param name="schema">What it can be.</param>
    public static RouteHandlerBuilder DescribesQuery(
        this RouteHandlerBuilder endpoint,
        string name,
        string description,
        OpenApiSchema schema
    ) =>
        endpoint.AddOpenApiOperationTransformer(
            (operation, _, _) =>
            {
                foreach (
                    var parameter in (operation.Parameters ?? [])
                        .OfType<OpenApiParameter>()
                        .Where(parameter => parameter.Name == name)
                )
                {
                    parameter.Schema = schema;
                    parameter.Description = description;
                }

                return Task.CompletedTask;
            }
        );

    /// <summary>The statuses that come with the error list, besides 401, 403 and 500, which every operation may give.</summary>
    public static RouteHandlerBuilder ProducesErrors(
        this RouteHandlerBuilder endpoint,
        params int[] statusCodes
    )
    {
        foreach (
            var statusCode in statusCodes
                .Append(StatusCodes.Status401Unauthorized)
                .Append(StatusCodes.Status403Forbidden)
                .Append(StatusCodes.Status429TooManyRequests)
        )
        {
            endpoint.Produces<ErrorList>(statusCode);
        }

        return endpoint;
    }
}
