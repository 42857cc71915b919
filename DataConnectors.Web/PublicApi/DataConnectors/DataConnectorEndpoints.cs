using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.Lists;
using DataConnectors.Web.PublicApi.Reference;
using Microsoft.OpenApi;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>The configuration of connectors.</summary>
internal static class DataConnectorEndpoints
{
    /// <summary>Adds what the endpoints need.</summary>
    public static IServiceCollection AddDataConnectorEndpoints(this IServiceCollection services) =>
        services.AddSingleton<ConnectorDetails>().AddSingleton<ConnectorChange>();

    /// <summary>Maps list, create, retrieve, update and delete.</summary>
    public static void MapDataConnectors(this IEndpointRouteBuilder endpoints)
    {
        var connectors = endpoints.MapGroup("/data_connectors").WithTags("Data Connectors");
        connectors
            .MapGet("", ListDataConnectors.HandleAsync)
            .RequireAuthorization(ApiAccess.ReadConnectors)
            .WithName("listDataConnectors")
            .WithSummary("List all data connectors")
            .WithDescription(
                "Returns a page of the data connectors of the workspace, most recently updated first."
            )
            .DescribesPages(ListDataConnectors.OrdinaryPage, ListDataConnectors.LargestPage)
            .Produces<ListPage<DataConnector>>()
            .ProducesErrors(StatusCodes.Status400BadRequest);
        connectors
            .MapPost("", CreateDataConnector.HandleAsync)
            .RequireAuthorization(ApiAccess.WriteConnectors)
            .WithName("createDataConnector")
            .WithSummary("Create a data connector")
            .WithDescription(
                "Creates a data connector in draft state. Configure it, then set it to live when it is ready."
            )
            .AcceptsJson<CreateDataConnectorRequest>()
            .Produces<DataConnectorDetail>(StatusCodes.Status201Created)
            .ProducesErrors(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status409Conflict,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity
            );
        connectors
            .MapGet("/{id}", RetrieveDataConnector.HandleAsync)
            .RequireAuthorization(ApiAccess.ReadConnectors)
            .WithName("RetrieveDataConnector")
            .WithSummary("Retrieve a data connector")
            .WithDescription(
                "Returns everything that configures a data connector: the live version, or the draft. Header values are hidden. Send the answer's ETag as If-None-Match to be told whether it is still the same."
            )
            .DescribesQuery(
                "state_version",
                "Which version is returned: what is live, or the draft where nothing is; or the draft.",
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Enum = ["draft", "live"],
                    Default = "live",
                }
            )
            .Produces<DataConnectorDetail>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesErrors(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        connectors
            .MapPatch("/{id}", UpdateDataConnector.HandleAsync)
            .RequireAuthorization(ApiAccess.WriteConnectors)
            .WithName("updateDataConnector")
            .WithSummary("Update a data connector")
            .WithDescription(
                "Changes the members that are sent, in the draft: a live version goes on unchanged until the draft is published with state live. With If-Match nothing is changed that somebody else changed meanwhile."
            )
            .AcceptsJson<UpdateDataConnectorRequest>()
            .Produces<DataConnectorDetail>()
            .ProducesErrors(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status412PreconditionFailed,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity
            );
        connectors
            .MapDelete("/{id}", DeleteDataConnector.HandleAsync)
            .RequireAuthorization(ApiAccess.WriteConnectors)
            .WithName("deleteDataConnector")
            .WithSummary("Delete a data connector")
            .WithDescription(
                "Deletes a data connector that is in draft state and that nothing uses."
            )
            .Produces<DeletedDataConnectorObject>()
            .ProducesErrors(
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status412PreconditionFailed
            );
    }
}
