using DataConnectors.Core.Connectors;
using DataConnectors.Core.Workspace;
using DataConnectors.Web.PublicApi.DataConnectors.Mapping;

namespace DataConnectors.Web.PublicApi.FinSdk;

/// <summary>Lists what the workspace has.</summary>
internal static class ReadManifest
{
    public static async Task<IResult> HandleAsync(
        WorkspaceQueries workspaces,
        ConnectorQueries connectors,
        CancellationToken cancellationToken
    )
    {
        var workspace = await workspaces.GetAsync(cancellationToken) ?? new WorkspaceSettings();
        var all = await connectors.ListAsync(search: null, cancellationToken);
        return ApiJson.Result(
            new FinSdkManifest(
                new FinSdkWorkspace(workspace.Name, WireId.Of(workspace.Id), workspace.IdCode),
                Procedures: [],
                Tasks: [],
                [
                    .. all.Select(connector => new FinSdkListed(
                        WireId.Of(connector.Id),
                        connector.Name,
                        Words.States.ToWire(connector.State)
                    )),
                ],
                Guidance: []
            )
        );
    }
}
