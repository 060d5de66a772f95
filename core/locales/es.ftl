# Aviso de privacidad en español. Un mensaje es una cláusula entera; docs/notice.md dice cuándo aparece.

locale-name = español
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = RGPD
law-uk = RGPD del Reino Unido
party-name = { $name }
party-vat = { $name } (NIF-IVA { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (NIF-IVA { $vat }, { $country })

## Titles and headings

title-full = Protección de datos: grabación de visitas en { $site }
title-short = Declaración de privacidad: { $site }
heading-controller = Quién es el responsable del tratamiento
heading-purposes = Por qué grabamos las visitas
heading-basis = Base jurídica
heading-choice = Usted decide
heading-recorded = Qué grabamos
heading-masked = Cómo protegemos sus datos
heading-never = Qué no grabamos nunca
heading-recipients = Quién recibe las grabaciones
heading-transfers = Países de fuera del Espacio Económico Europeo
heading-retention = Cuánto tiempo guardamos las grabaciones
heading-rights = Sus derechos
heading-complaint = Su derecho a reclamar
heading-california = Para visitantes de California
heading-quebec = Para visitantes de Quebec
effective = Versión del { $date }
fingerprint = Identificador de esta versión: { $fingerprint }

## In brief

brief-strict = Grabamos cómo se usa este sitio web y después podemos ver una visita como una película (session replay). La película muestra solo el contorno de las páginas, sin texto legible. Lo que usted escribe no se graba.
brief-balanced = Grabamos cómo se usa este sitio web y después podemos ver una visita como una película (session replay): cómo se mueve el ratón, dónde se hace clic y qué páginas se ven. Lo que usted escribe no se graba.
brief-forms = Grabamos cómo se usa este sitio web y después podemos ver una visita como una película (session replay): cómo se mueve el ratón, dónde se hace clic, qué páginas se ven y qué se escribe en los formularios. Las contraseñas, los campos de tarjetas de pago y otros campos sensibles no se graban nunca.
brief-asked = Solo lo hacemos si usted ha aceptado antes.
brief-mixed = Si la ley de su país exige su consentimiento, solo lo hacemos si usted ha aceptado antes. Puede negarse en cualquier país.
brief-optout = Puede negarse en cualquier momento.

## Who is responsible

controller-name = Responsable del tratamiento en este sitio web: { $name }
controller-address = Dirección: { $address }
controller-email = Correo electrónico para preguntas sobre protección de datos: { $email }
controller-vat = NIF-IVA: { $vat }
representative = Nuestro representante en la Unión Europea: { $contact }
dpo = Nuestro delegado de protección de datos: { $contact }

## Purposes

purposes-intro = Vemos las grabaciones solo para estos fines:
purpose-usability = Facilidad de uso: vemos dónde nuestras páginas son difíciles de usar y las mejoramos.
purpose-support = Ayuda: cuando usted nos pide ayuda, vemos qué ha pasado.
purpose-security = Seguridad: reconocemos ataques y abusos.
purpose-statistics = Estadística: sabemos con qué frecuencia se usan nuestras páginas y funciones.
purposes-automated = A partir de una grabación no se toma ninguna decisión automatizada sobre usted.

## Legal basis

basis-consent = La base jurídica es su consentimiento ({ $law }, artículo 6, apartado 1, letra a).
basis-consent-other = La base es su consentimiento.
basis-interest = La base jurídica es nuestro interés legítimo en los fines indicados arriba ({ $law }, artículo 6, apartado 1, letra f).
basis-interest-other = La base es nuestro interés en los fines indicados arriba.
basis-contract = La base jurídica es nuestro contrato con usted; necesitamos las grabaciones para cumplirlo ({ $law }, artículo 6, apartado 1, letra b).
basis-contract-other = La base es nuestro contrato con usted; necesitamos las grabaciones para cumplirlo.
basis-device = Normas sobre el acceso a su dispositivo: { $laws }

## Choice

choice-asked = Solo grabamos después de que usted haya aceptado. Usted decide libremente: aunque se niegue, puede usar el sitio web igual.
choice-mixed = Si la ley de su país exige su consentimiento, solo grabamos después de que usted haya aceptado. En los demás países grabamos hasta que usted se niegue. Usted decide libremente: aunque se niegue, puede usar el sitio web igual.
choice-optout = Grabamos las visitas salvo que usted se niegue. Aunque se niegue, puede usar el sitio web igual.
choice-withdraw = Puede retirar su consentimiento en cualquier momento, con la misma facilidad con que lo dio: en «{ $settings }». Entonces dejamos de grabar de inmediato. Lo ocurrido antes de la retirada sigue siendo lícito.
choice-object = Puede negarse en cualquier momento y sin dar razones: en «{ $settings }». Entonces dejamos de grabar de inmediato.
choice-delete = Si retira su consentimiento o se niega, borramos la grabación de su visita.
choice-valid = Su consentimiento vale { $days ->
    [one] { $days } día
   *[other] { $days } días
}. Después le preguntamos de nuevo.
choice-gpc = Si su navegador envía la señal Global Privacy Control (GPC), la tomamos como una negativa, salvo que a pesar de ello usted acepte expresamente.
choice-dnt = Si su navegador envía la señal Do Not Track (DNT), la tomamos como una negativa.
choice-age = Si sabemos que un visitante es menor de { $years } años, no grabamos su visita.

## What is recorded

recorded-pointer = Los movimientos del ratón, los clics, los toques, el desplazamiento y el tamaño de su ventana, con la hora de cada acción.
recorded-page-text = Las páginas tal como usted las ve, con su texto.
recorded-page-outline = La disposición de las páginas. Su texto se sustituye por caracteres sin significado.
recorded-address = Las direcciones de las páginas visitadas, sin los términos de búsqueda ni datos semejantes.
recorded-typing-masked = En qué campos escribe y más o menos cuánto. Lo que usted escribe no se graba.
recorded-typing-forms = Lo que escribe y elige en los formularios, salvo en campos sensibles.
recorded-media = Las imágenes, el sonido y los vídeos de las páginas.
recorded-canvas = Los dibujos que las páginas hacen por programa (canvas), sin el texto ni las imágenes que contienen.
recorded-console = Los mensajes que las páginas escriben para los técnicos (consola del navegador).
recorded-network-urls = La dirección, el resultado y la hora de las peticiones que las páginas envían en segundo plano.
recorded-network-full = La dirección, el resultado y la hora de las peticiones que las páginas envían en segundo plano, y su contenido.
recorded-custom = Los sucesos que comunica el propio sitio web, por ejemplo «pedido completado».
recorded-ip-short = Su dirección IP, como mucho en forma abreviada.
recorded-ip-full = Su dirección IP, donde aparezca en los datos grabados.
recorded-session = Un número de sesión, con el que podemos encontrar y borrar la grabación de su visita.

## Protection

masked-detect = Antes de guardar o transmitir una grabación, un programa busca en ella datos personales, como direcciones de correo y números de teléfono, y los oculta. Puede pasar algo por alto.
masked-detect-some = Antes de guardar o transmitir una grabación, un programa busca en ella ciertos tipos de datos personales y los oculta. Puede pasar algo por alto.
masked-pages = De estas páginas solo grabamos el contorno: { $pages }
masked-areas = Las zonas de nuestras páginas que hemos elegido proteger se hacen ilegibles.
masked-blocked = Algunas zonas de nuestras páginas se omiten y aparecen como un recuadro vacío.
masked-ignored = En algunos campos no grabamos en absoluto lo que usted introduce.
masked-allowed = Algunas zonas de nuestras páginas quedan fuera de esta protección; su texto sigue siendo legible.
masked-transit = Las grabaciones van cifradas de camino al destinatario.
masked-waiting = Mientras una grabación espera su envío, se guarda cifrada.

## Never

never-intro = Ningún ajuste puede cambiarlo: lo siguiente no se graba nunca.
never-passwords = Las contraseñas.
never-cards = Los números de tarjeta y los códigos de seguridad en campos de pago.
never-codes = Los códigos de un solo uso, por ejemplo para iniciar sesión.
never-marked = Todo lo que haya en campos marcados como sensibles.
never-outside = Su cámara, su micrófono y todo lo que esté fuera de este sitio web.
never-also = Con nuestros ajustes tampoco se graba lo siguiente:
never-typed = Lo que usted escribe.
never-choices = Lo que usted marca o elige en los formularios.
never-text = El texto legible de nuestras páginas.
never-media = Las imágenes, el sonido y los vídeos de nuestras páginas.
never-ip = Su dirección IP.
never-canvas = Los dibujos que las páginas hacen por programa (canvas).
never-console = Los mensajes que las páginas escriben para los técnicos (consola del navegador).
never-network = Las peticiones que las páginas envían en segundo plano.
never-custom = Los sucesos que comunica el propio sitio web.

## Recipients

vendor-processor = { $party } trata las grabaciones por cuenta nuestra y solo según nuestras instrucciones.
vendor-joint = { $party } decide junto con nosotros sobre las grabaciones y es responsable junto con nosotros.
vendor-independent = { $party } usa las grabaciones también para sus propios fines y responde de ello por su cuenta.
vendor-policy = Política de privacidad ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } recibe grabaciones en un país de fuera del Espacio Económico Europeo: { $country }. Una decisión de adecuación reconoce la protección de datos de ese país.
transfer-dpf = { $name } recibe grabaciones en un país de fuera del Espacio Económico Europeo: { $country }. Este destinatario está certificado según el Data Privacy Framework.
transfer-scc = { $name } recibe grabaciones en un país de fuera del Espacio Económico Europeo: { $country }. Allí protegen sus datos las cláusulas contractuales tipo que hemos acordado. Puede pedirnos una copia.
transfer-bcr = { $name } recibe grabaciones en un país de fuera del Espacio Económico Europeo: { $country }. Allí protegen sus datos normas corporativas vinculantes aprobadas por las autoridades. Puede pedirnos una copia.
transfer-derogation = { $name } recibe grabaciones en un país de fuera del Espacio Económico Europeo: { $country }. Es posible que allí sus datos estén menos protegidos. Nos apoyamos en una excepción que la ley permite.
transfer-open = { $name } recibe grabaciones en un país de fuera del Espacio Económico Europeo: { $country }.

## Retention

retention = Borramos cada grabación al cabo de { $days ->
    [one] { $days } día
   *[other] { $days } días
}.
retention-waiting = Una grabación que no se puede enviar se borra al cabo de { $days ->
    [one] { $days } día
   *[other] { $days } días
}.

## Rights

rights-intro = Usted tiene estos derechos ({ $law }, artículos 15 a 22):
rights-intro-other = Puede pedirnos lo siguiente:
right-access = Acceso: le decimos qué datos suyos tenemos y le damos una copia.
right-rectification = Rectificación: corregimos los datos erróneos.
right-erasure = Supresión: borramos sus datos.
right-restriction = Limitación: conservamos sus datos, pero dejamos de usarlos.
right-portability = Portabilidad: recibe sus datos en un formato de archivo habitual.
right-object = Oposición: usted se opone y dejamos de grabarle.
right-automated = Decisiones automatizadas: una persona examina su caso, no solo una máquina.
rights-contact = Escriba a { $email }.
complaint-intro = Puede reclamar ante una autoridad de protección de datos, por ejemplo donde vive, donde trabaja o donde crea que se ha infringido la ley.
complaint-intro-other = Puede reclamar ante la autoridad.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Categoría de datos personales según la California Consumer Privacy Act: actividad en Internet y en otras redes electrónicas.
california-identifiers = Otra categoría: identificadores (dirección IP).
california-not-sold = No vendemos las grabaciones ni las compartimos con fines publicitarios.
california-disclosed = Un destinatario indicado arriba usa las grabaciones también para sus propios fines. Según la ley de California, esto puede ser una venta. Puede detenerlo en cualquier momento en «{ $settings }».
california-rights = Tiene derecho a saber, a que se borren o corrijan sus datos y a negarse. No le tratamos peor por usar sus derechos.
quebec-responsible = Persona responsable de la protección de los datos personales: { $contact }
quebec-technology = La grabación está desactivada hasta que usted la active al aceptar.
quebec-transfer = Las grabaciones pueden comunicarse fuera de Quebec.

## Short statement

short-statement = Sus datos personales pueden ser recogidos por nosotros o por terceros, como { $vendors }.
short-none = Grabamos solo el contorno de las visitas: sin texto legible, sin lo que usted escribe y sin su dirección IP. Destinatarios: { $vendors }.
short-contact = Preguntas sobre protección de datos: { $email }

## Banner

banner-title-ask = ¿Podemos grabar su visita?
banner-title-inform = Grabamos las visitas
banner-strict = Así vemos, como en una película, cómo se usa este sitio web: solo el contorno, sin texto legible. Lo que usted escribe no se graba.
banner-balanced = Así vemos, como en una película, cómo se usa este sitio web: movimientos del ratón, clics y páginas. Lo que usted escribe no se graba.
banner-forms = Así vemos, como en una película, cómo se usa este sitio web: movimientos del ratón, clics, páginas y lo que usted escribe en los formularios. Las contraseñas, los campos de tarjetas de pago y otros campos sensibles no se graban nunca.
banner-purposes = Fines: { $purposes }
banner-recipients = Destinatarios: { $vendors }
banner-choice-ask = Usted decide libremente y puede cambiar de opinión en cualquier momento en «{ $settings }».
banner-choice-inform = Puede negarse ahora o en cualquier momento en «{ $settings }».
purpose-name-usability = facilidad de uso
purpose-name-support = ayuda
purpose-name-security = seguridad
purpose-name-statistics = estadística
button-accept = Aceptar
button-refuse = Rechazar
button-notice = Protección de datos
button-settings = Ajustes de grabación
button-withdraw = Retirar el consentimiento
status-on = Su visita se está grabando.
status-off = Su visita no se está grabando.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Este texto procede de los ajustes de su grabador. No es asesoramiento jurídico: revíselo, o haga que lo revise un abogado, antes de publicarlo.
advice-missing = Su configuración todavía no indica esto: { $fields }
advice-settings = Ponga en cada página un enlace o botón llamado «{ $settings }» para que los visitantes puedan cambiar su elección.
advice-suggested = Texto propuesto:
