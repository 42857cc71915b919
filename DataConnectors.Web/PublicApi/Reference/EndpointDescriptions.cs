using System.Globalization;
using System.Text.Json.Nodes;
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

    /// <summary>The parameters by which a list is read page by page.</summary>
    public static RouteHandlerBuilder DescribesPages(
        this RouteHandlerBuilder endpoint,
        int ordinary,
        int largest
    ) =>
        endpoint
            .DescribesQuery(
                "per_page",
                $"How many results a page holds: 1 to {largest}, {ordinary} by default. An integer past the bounds is taken for the nearest within.",
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Minimum = "1",
                    Maximum = largest.ToString(CultureInfo.InvariantCulture),
                    Default = ordinary,
                }
            )
            .DescribesQuery(
                "starting_after",
                "The cursor from `pages.next.starting_after` of the page before.",
                new OpenApiSchema { Type = JsonSchemaType.String }
            );

    /// <summary>A parameter that is one of some words.</summary>
    public static RouteHandlerBuilder DescribesChoice(
        this RouteHandlerBuilder endpoint,
        string name,
        string description,
        params IReadOnlyList<string> choices
    ) =>
        endpoint.DescribesQuery(
            name,
            description,
            new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. choices.Select(choice => (JsonNode)choice)],
            }
        );

    /// <summary>A parameter that is a whole number.</summary>
    public static RouteHandlerBuilder DescribesInteger(
        this RouteHandlerBuilder endpoint,
        string name,
        string description
    ) =>
        endpoint.DescribesQuery(
            name,
            description,
            new OpenApiSchema { Type = JsonSchemaType.Integer }
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
