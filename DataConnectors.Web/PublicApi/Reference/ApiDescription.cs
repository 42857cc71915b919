using System.Text.Json;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Lists;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DataConnectors.Web.PublicApi.Reference;

/// <summary>The OpenAPI document, made of the endpoints themselves.</summary>
internal static class ApiDescription
{
    private const string SecurityScheme = "bearerAuth";

    /// <summary>Adds the document, with every endpoint that answers under <paramref name="paths"/>.</summary>
    public static void AddApiDescription(this IServiceCollection services, PathString[] paths)
    {
        // The document takes the names of members and choices from here.
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = ApiJson.Options.PropertyNamingPolicy;
            options.SerializerOptions.NumberHandling = ApiJson.Options.NumberHandling;
            foreach (var converter in ApiJson.Options.Converters)
            {
                options.SerializerOptions.Converters.Add(converter);
            }
        });
        services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = endpoint =>
                Array.Exists(
                    paths,
                    path =>
                        new PathString($"/{endpoint.RelativePath}").StartsWithSegments(
                            path,
                            StringComparison.OrdinalIgnoreCase
                        )
                );
            options.CreateSchemaReferenceId = type =>
                OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id
                    ? NameOf(type.Type, id)
                    : null;
            options.AddDocumentTransformer((document, _, _) => Describe(document));
            options.AddSchemaTransformer<SchemaDescription>();
            options.AddOperationTransformer<OperationDescription>();
        });
    }

    // The contract's names, for its types; and the names of types in snake case.
    private static string NameOf(Type type, string ordinary) =>
        type == typeof(ErrorList) ? "error"
        : type == typeof(ApiError) ? "error_detail"
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ListPage<>)
            ? NameOf(type.GenericTypeArguments[0], type.GenericTypeArguments[0].Name) + "_list"
        : JsonNamingPolicy.SnakeCaseLower.ConvertName(ordinary);

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "DataConnectors API",
            Version = "Preview",
            Description =
                "Configures data connectors, runs them and reads what they did. Every answer carries X-Request-Id; everything that is not a success is an error list with the same id.",
        };

        // Where it is served is where it answers.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [SecurityScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An access token of an app or of a teammate, from the Developer hub.",
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(SecurityScheme, document)] = [],
            },
        ];
        return Task.CompletedTask;
    }
}
