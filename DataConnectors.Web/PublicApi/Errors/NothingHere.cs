using Microsoft.AspNetCore.Routing.Template;

namespace DataConnectors.Web.PublicApi.Errors;

/// <summary>Answers requests that no endpoint takes: 405 where the path is known with other methods, and 404 where it is not.</summary>
internal sealed class NothingHere(EndpointDataSource endpoints)
{
    // Endpoints do not change while the server runs, and reading all their paths takes milliseconds.
    private readonly Lazy<IReadOnlyList<KnownPath>> known = new(() => [.. Read(endpoints)]);

    public IResult Handle(HttpContext context)
    {
        var allowed = known
            .Value.Where(path => path.Matcher.TryMatch(context.Request.Path, []))
            .SelectMany(path => path.Methods)
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

    private static IEnumerable<KnownPath> Read(EndpointDataSource endpoints) =>
        from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
        let methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods
        where
            methods is not null
            && endpoint.RoutePattern.RawText is not null
            && !endpoint.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll)
        select new KnownPath(
            new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText!), []),
            methods
        );

    private sealed record KnownPath(TemplateMatcher Matcher, IReadOnlyList<string> Methods);
}
