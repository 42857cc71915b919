using DataConnectors.Core.Persistence;

namespace DataConnectors.Core.People;

/// <summary>
/// Something that belongs to people and goes along when a visitor turns out to be somebody known. The feature that stores it implements it.
/// </summary>
public interface IPersonHistory
{
    /// <summary>Gives what one person has to another, in the transaction that is open on <paramref name="context"/>.</summary>
    Task MoveAsync(
        DataConnectorsDbContext context,
        long fromPersonId,
        long toPersonId,
        CancellationToken cancellationToken
    );
}
