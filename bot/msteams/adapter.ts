// By their files: the package's index loads its language models' clients and tokenizers, half a second and 20 MB of them.
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter';
import { type Activity, ConfigurationServiceClientCredentialFactory, type TurnContext } from 'botbuilder';
import type { FramedActivity, Municipality } from './gate';
import { type Accepted, type OneRequest, Undelivered } from './one-request';

/** Stands in for Entra: the token with which a municipality's bot signs its calls. For tests. */
export type Credentials = (municipality: Municipality) => Promise<string>;

type SdkCredentials = Awaited<ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>>;
type SdkRequest = Parameters<SdkCredentials['signRequest']>[0];
type Abortable = NonNullable<SdkRequest['abortSignal']>;
type ConnectorOptions = NonNullable<ConstructorParameters<typeof TeamsAdapter>[3]>;
type HttpClient = NonNullable<ConnectorOptions['httpClient']>;
type Sdk = MunicipalAdapter['botFrameworkAuthentication'];
type Authenticated = Awaited<ReturnType<Sdk['authenticateRequest']>>;
type Connector = Awaited<ReturnType<ReturnType<Sdk['createConnectorFactory']>['create']>>;
/** `token`: whoever called is not Teams. `keys`: nobody can be let in, since Microsoft's keys could not be had. */
export type Authentication =
  | { readonly ok: true; readonly authenticated: Authenticated }
  | { readonly ok: false; readonly why: 'token' | 'keys' };

type TurnLogic = (context: TurnContext) => Promise<void>;

/** Microsoft's addresses and names in the public cloud. Setting one makes the SDK forget its own of all the others. */
const publicCloud = {
  CallerId: 'urn:botframework:azure',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ValidateAuthority: true,
};
const openIdMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Service addresses are a handful a municipality; more would mean that somebody makes them up. */
const mostConnectors = 16;

export type AdapterOptions = {
  readonly municipality: Municipality;
  readonly oneRequest: OneRequest;
  /** For a call that brings no limit of its own. */
  readonly timeoutMs: number;
  readonly openIdMetadataUrl?: string | undefined;
  readonly credentials?: Credentials | undefined;
};

/**
 * The SDK's adapter for one municipality's own bot (a single-tenant registration). It checks tokens of incoming calls,
 * runs turns, and gives out the SDK's client for outgoing ones, all of which go through `oneRequest`.
 */
export class MunicipalAdapter extends TeamsAdapter {
  private readonly connectors = new Map<string, Promise<Connector>>();

  constructor(private readonly o: AdapterOptions) {
    const { botId, tenantId } = o.municipality;
    const metadata = o.openIdMetadataUrl ?? openIdMetadata;
    super(
      {
        ...publicCloud,
        MicrosoftAppId: botId,
        MicrosoftAppTenantId: tenantId,
        MicrosoftAppType: botId === '' ? 'MultiTenant' : 'SingleTenant',
        ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
        ToBotFromChannelOpenIdMetadataUrl: metadata,
        // Not Entra's keys, which the SDK would take here: the gate lets no such token in, and none could be verified.
        ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      },
      new BotCredentials(o.municipality, o.credentials),
      undefined,
      { httpClient: httpClient(o.oneRequest, o.timeoutMs) },
    );
  }

  /** Checks the token against Microsoft's keys, which are fetched when they are a day old. Never rejects. */
  async authenticate(activity: FramedActivity, authorization: string, withinMs: number): Promise<Authentication> {
    const limit = AbortSignal.timeout(withinMs);
    const checked = this.botFrameworkAuthentication.authenticateRequest(asSdk(activity), authorization);
    try {
      return { ok: true, authenticated: await unlessAborted(checked, limit) };
    } catch (error) {
      return { ok: false, why: isTokenFault(error) ? 'token' : 'keys' };
    }
  }

  /** Runs a turn of the SDK, and gives its answer to an invoke. */
  work(authenticated: Authenticated, activity: FramedActivity, logic: TurnLogic) {
    const connectorFactory = { create: (serviceUrl: string) => this.connector(serviceUrl) };
    return this.processActivity({ ...authenticated, connectorFactory }, asSdk(activity), logic);
  }

  /** The SDK's client for a service address, made once: building it costs more than a call. */
  connector(serviceUrl: string): Promise<Connector> {
    const known = this.connectors.get(serviceUrl);
    if (known) return known;
    if (this.connectors.size >= mostConnectors) this.connectors.clear();
    const identity = this.createClaimsIdentity(this.o.municipality.botId);
    const made = this.botFrameworkAuthentication
      .createConnectorFactory(identity)
      .create(serviceUrl, publicCloud.ToChannelFromBotOAuthScope);
    this.connectors.set(serviceUrl, made);
    made.catch(() => this.connectors.delete(serviceUrl));
    return made;
  }
}

/** The SDK writes into the activity that it is given. */
function asSdk(activity: FramedActivity): Activity {
  return { ...activity } as unknown as Activity;
}

/** A wrong signature comes as jsonwebtoken's own error, the rest of what is wrong with a token as the SDK's 401. */
function isTokenFault(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('name' in error && ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(String(error.name)))
    return true;
  return 'statusCode' in error && error.statusCode === 401;
}

/** The SDK's credentials, which end with the call they sign for, and fail as a call that sent nothing. */
class BotCredentials extends ConfigurationServiceClientCredentialFactory {
  constructor(
    private readonly municipality: Municipality,
    private readonly token: Credentials | undefined,
  ) {
    super({
      MicrosoftAppId: municipality.botId,
      MicrosoftAppPassword: municipality.botSecret,
      MicrosoftAppTenantId: municipality.tenantId,
      MicrosoftAppType: municipality.botId === '' ? 'MultiTenant' : 'SingleTenant',
    });
  }

  override async createCredentials(
    ...asked: Parameters<ConfigurationServiceClientCredentialFactory['createCredentials']>
  ) {
    const sdk = await super.createCredentials(...asked);
    const signRequest = async (request: SdkRequest): Promise<SdkRequest> => {
      if (this.token === undefined) return sdk.signRequest(request);
      request.headers.set('Authorization', `Bearer ${await this.token(this.municipality)}`);
      return request;
    };
    return {
      signRequest: (request: SdkRequest) =>
        unlessAborted(signRequest(request), request.abortSignal).catch((error: unknown) => {
          const aborted = error === timedOut;
          throw new Undelivered({ kind: 'lost', written: false, code: aborted ? 'token-timeout' : 'token' });
        }),
    };
  }
}

const timedOut = Symbol('timed out');

function unlessAborted<T>(work: Promise<T>, signal: Abortable | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(timedOut);
    const stop = () => reject(timedOut);
    signal.addEventListener('abort', stop);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Makes the SDK's calls single requests: its own retries never see an answer they would repeat for. */
function httpClient(oneRequest: OneRequest, timeoutMs: number): HttpClient {
  return {
    async sendRequest(request) {
      const { 'accept-encoding': _packed, 'content-length': _counted, ...headers } = request.headers.toJson();
      const accepted: Accepted = await oneRequest.send({
        url: request.url,
        method: request.method,
        headers,
        body: typeof request.body === 'string' ? request.body : '',
        signal: nativeSignal(request.abortSignal, timeoutMs),
      });
      const answered = request.headers.clone();
      for (const name of answered.headerNames()) answered.remove(name);
      answered.set('content-type', 'application/json');
      return { request, status: 200, headers: answered, bodyAsText: JSON.stringify(accepted) };
    },
  };
}

function nativeSignal(signal: Abortable | undefined, timeoutMs: number): AbortSignal {
  return signal instanceof AbortSignal ? signal : AbortSignal.timeout(timeoutMs);
}
