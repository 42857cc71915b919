using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DataConnectors.Web.PublicApi.Reference;

/// <summary>Adds to every operation what it has in common with others: headers, and the type of the body.</summary>
internal sealed class OperationDescription : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        // Handlers read bodies themselves, so that routing lets every content type through to them.
        if (operation.RequestBody?.Content is { } content && content.Remove("*/*", out var body))
        {
            content["application/json"] = body;
        }

        AddHeader(operation, "Intercom-Version", "Accepted, and the same whatever it is.");
        if (HttpMethods.IsPost(context.Description.HttpMethod ?? ""))
        {
            AddHeader(
                operation,
                "Idempotency-Key",
                "The same request with the same key is carried out once, and answered the same for 24 hours."
            );
        }

        if (operation.Responses?.ContainsKey("412") is true)
        {
            AddHeader(
                operation,
                "If-Match",
                "The ETag of the state that the request is based on: of any other state nothing is changed."
            );
        }

        if (operation.Responses?.ContainsKey("304") is true)
        {
            AddHeader(
                operation,
                "If-None-Match",
                "The ETag of the state that is known already: of the same state nothing is sent."
            );
        }

        return Task.CompletedTask;
    }

    private static void AddHeader(OpenApiOperation operation, string name, string description)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(
            new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            }
        );
    }
}
