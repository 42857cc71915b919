using Microsoft.AspNetCore.Routing.Template;

namespace DataConnectors.Web.PublicApi.Errors;

/// <summary>Answers requests that no endpoint takes: 405 where the path is known with other methods, and 404 where it is not.</summary>
internal static class NothingHere
{
    public static IResult Handle(HttpContext context, EndpointDataSource endpoints)
    {
        var allowed = endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                !endpoint.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll)
            )
            .Select(endpoint =>
                (
                    endpoint.RoutePattern,
                    endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods
                )
            )
            .Where(known =>
                known.HttpMethods is not null
                && Matches(known.RoutePattern.RawText, context.Request.Path)
            )
            .SelectMany(known => known.HttpMethods!)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (allowed.Count == 0)
        {
            return ApiErrors.Of(
                StatusCodes.Status404NotFound,
                ErrorCodes.NotFound,
                "The requested resource was not found. The API reference lists what is there."
            );
        }

        context.Response.Headers.Allow = string.Join(", ", allowed);
        return ApiErrors.Of(
            StatusCodes.Status405MethodNotAllowed,
            ErrorCodes.ClientError,
            $"{context.Request.Method} is not possible here. Allowed: {context.Response.Headers.Allow}."
        );
    }

    private static bool Matches(string? pattern, PathString path) =>
        pattern is not null
        && new TemplateMatcher(TemplateParser.Parse(pattern), []).TryMatch(path, []);
}
