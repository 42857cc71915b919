using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>Who the access token acts for.</summary>
public interface IIdentityApi
{
    /// <summary>The teammate and the workspace behind the access token.</summary>
    [Get("/me")]
    Task<Identity> GetAsync(CancellationToken cancellationToken = default);
}
