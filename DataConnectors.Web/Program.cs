using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Versioning;
using DataConnectors.Web.Components;
using DataConnectors.Web.Hosting;
using MudBlazor.Services;

var builder = WebApplication.CreateBuilder(args);
builder.AddRootSettings();

var dataDirectory = builder.AddDataDirectory();
builder.Services.AddKernel();
builder.Services.AddPersistence(builder.Configuration.DatabaseConnectionString(dataDirectory));
builder.Services.AddPeople();
builder.Services.AddCredentials();
builder.Services.AddConnectors();
builder.Services.AddVersioning();
builder.Services.AddExecution();

builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddMudServices();

var app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.Run();
