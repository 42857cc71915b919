using DataConnectors.Web.Hosting;
using Scalar.AspNetCore;

namespace DataConnectors.Web.PublicApi.Reference;

/// <summary>Serves the description of the API, for programs and for people.</summary>
internal static class ReferencePage
{
    /// <summary>Maps <c>/openapi/v1.json</c> and the page <c>/reference</c> that is made of it. Nobody needs a token to read them.</summary>
    public static void MapApiReference(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

        // Everything that the page loads comes from here: its script lies in the package, fonts are the browser's own, and nothing is reported.
        endpoints
            .MapScalarApiReference(
                "/reference",
                (options, context) =>
                {
                    options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
                    options
                        .WithTitle("DataConnectors API")
                        .WithNonce(context.ScriptNonce() ?? "")
                        .DisableDefaultFonts()
                        .DisableTelemetry()
                        .DisableAgent()
                        .DisableMcp();
                }
            )
            .AllowAnonymous();
    }
}
