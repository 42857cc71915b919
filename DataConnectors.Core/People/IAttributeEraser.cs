using DataConnectors.Core.Persistence;

namespace DataConnectors.Core.People;

/// <summary>
/// Removes the stored values of an attribute that is deleted, so that they do not come back under an attribute of the same name and
/// another type. The feature that stores the values implements it.
/// </summary>
public interface IAttributeEraser
{
    /// <summary>Whose values it removes.</summary>
    AttributeOwner Owner { get; }

    /// <summary>Removes the values of one attribute, in the transaction that is open on <paramref name="context"/>.</summary>
    Task EraseAsync(
        DataConnectorsDbContext context,
        string attribute,
        CancellationToken cancellationToken
    );
}
