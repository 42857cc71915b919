using System.ComponentModel;
using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Workspace;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Reference;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Contacts;

/// <summary>The people who write to the workspace.</summary>
internal static class ContactEndpoints
{
    private static readonly int[] BodyErrors =
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status409Conflict,
        StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType,
        StatusCodes.Status422UnprocessableEntity,
    ];

    /// <summary>Maps create, retrieve and update.</summary>
    public static void MapContacts(this IEndpointRouteBuilder endpoints)
    {
        var contacts = endpoints.MapGroup("/contacts").WithTags("Contacts");
        contacts
            .MapPost("", CreateAsync)
            .RequireAuthorization(ApiAccess.WriteUsers)
            .WithName("CreateContact")
            .WithSummary("Create contact")
            .WithDescription(
                "Creates a user or a lead. Whoever has the external_id already, or among users the email, is named by the conflict. Attributes that are not defined are refused by name."
            )
            .AcceptsJson<ContactRequest>()
            .Produces<Contact>()
            .ProducesErrors(BodyErrors);
        contacts
            .MapGet("/{id}", RetrieveAsync)
            .RequireAuthorization(ApiAccess.ReadUsers)
            .WithName("ShowContact")
            .WithSummary("Get a contact")
            .WithDescription("Returns a contact.")
            .Produces<Contact>()
            .ProducesErrors(StatusCodes.Status404NotFound);
        contacts
            .MapPut("/{id}", UpdateAsync)
            .RequireAuthorization(ApiAccess.WriteUsers)
            .WithName("UpdateContact")
            .WithSummary("Update a contact")
            .WithDescription(
                "Changes the members that are sent; null clears one. Attributes that are not sent stay."
            )
            .AcceptsJson<ContactRequest>()
            .Produces<Contact>()
            .ProducesErrors([.. BodyErrors, StatusCodes.Status404NotFound]);
    }

    private static async Task<IResult> CreateAsync(
        HttpContext context,
        CreatePerson createPerson,
        WorkspaceQueries workspace
    )
    {
        if (!(await ReadAsync(context)).TryGet(out var sent, out var refusal))
        {
            return refusal.ToResult();
        }

        var created = await createPerson.RunAsync(
            Changed(new PersonDetails(), sent),
            CancellationToken.None
        );
        return created.TryGet(out var person, out var fault)
            ? await ToWireAsync(person, workspace)
            : ApiErrors.Of(fault);
    }

    private static async Task<IResult> RetrieveAsync(
        [Description("The unique identifier of the contact.")] string id,
        ReadPerson readPerson,
        WorkspaceQueries workspace,
        CancellationToken cancellationToken
    ) =>
        await readPerson.RunAsync(WireId.Read(id), cancellationToken) is { } person
            ? await ToWireAsync(person, workspace)
            : NotFound.Contact();

    private static async Task<IResult> UpdateAsync(
        [Description("The unique identifier of the contact.")] string id,
        HttpContext context,
        ChangePerson changePerson,
        WorkspaceQueries workspace
    )
    {
        if (!(await ReadAsync(context)).TryGet(out var sent, out var refusal))
        {
            return refusal.ToResult();
        }

        var changed = await changePerson.RunAsync(
            WireId.Read(id),
            details => Changed(details, sent),
            CancellationToken.None
        );
        return changed.TryGet(out var person, out var fault) ? await ToWireAsync(person, workspace)
            : fault.Kind == FaultKind.NotFound ? NotFound.Contact()
            : ApiErrors.Of(fault);
    }

    private static async Task<Outcome<SentRecord<ContactRequest>, RequestRefusal>> ReadAsync(
        HttpContext context
    )
    {
        if (
            !(
                await RequestBody.ReadAsync<ContactRequest>(
                    context,
                    ReadOnlyMembers<ContactRequest, Contact>.Names
                )
            ).TryGet(out var sent, out var refusal)
        )
        {
            return refusal;
        }

        var faults = new SettingFaults();
        Check(sent.Value.SignedUpAt, "signed_up_at");
        Check(sent.Value.LastSeenAt, "last_seen_at");
        return faults.Errors.Count > 0 ? RequestRefusal.Invalid(faults.Errors) : sent;

        void Check(long? seconds, string field)
        {
            if (seconds is { } given && !UnixSeconds.IsInstant(given))
            {
                faults.Add(field, $"{field} must be a Unix timestamp in seconds.");
            }
        }
    }

    private static PersonDetails Changed(PersonDetails details, SentRecord<ContactRequest> sent)
    {
        var (value, given) = (sent.Value, sent.Given);
        return details with
        {
            Role = value.Role is { } role ? (PersonRole)role : details.Role,
            ExternalId = given.Contains("external_id") ? value.ExternalId : details.ExternalId,
            Email = given.Contains("email") ? value.Email : details.Email,
            Phone = given.Contains("phone") ? value.Phone : details.Phone,
            Name = given.Contains("name") ? value.Name : details.Name,
            SignedUpAt = given.Contains("signed_up_at")
                ? Instant(value.SignedUpAt)
                : details.SignedUpAt,
            LastSeenAt = given.Contains("last_seen_at")
                ? Instant(value.LastSeenAt)
                : details.LastSeenAt,
            Attributes = value.CustomAttributes ?? details.Attributes,
        };

        static DateTimeOffset? Instant(long? seconds) =>
            seconds is { } known ? DateTimeOffset.FromUnixTimeSeconds(known) : null;
    }

    private static async Task<IResult> ToWireAsync(Person person, WorkspaceQueries workspace) =>
        ApiJson.Result(
            new Contact
            {
                Id = WireId.Of(person.Id),
                WorkspaceId = (await workspace.GetAsync(CancellationToken.None))?.IdCode,
                ExternalId = person.ExternalId,
                Role = (ContactRole)person.Role,
                Email = person.Email,
                Phone = person.Phone,
                Name = person.Name,
                CreatedAt = person.CreatedAt.ToUnixTimeSeconds(),
                SignedUpAt = UnixSeconds.Of(person.SignedUpAt),
                LastSeenAt = UnixSeconds.Of(person.LastSeenAt),
                CustomAttributes = JsonElement.Parse(person.AttributesJson),
            }
        );
}
